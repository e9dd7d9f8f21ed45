export const nothing = "is tested here";
