package proof

// pythonMutations are the ways to break each base in Python.
var pythonMutations = map[string][]mutation{}
