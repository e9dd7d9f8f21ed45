// A module that does not initialize.
throw new RangeError("no table");
