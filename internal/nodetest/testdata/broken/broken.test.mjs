import { missing } from "./missing.mjs";

missing();
