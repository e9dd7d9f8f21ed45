package generator

import "go/ast"

// mentions are the names that a declaration uses, and those that it takes from a value or a package.
func mentions(node ast.Node) (names, selected map[string]bool) {
	names, selected = map[string]bool{}, map[string]bool{}
	var visit func(ast.Node) bool
	visit = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			selected[n.Sel.Name] = true
			ast.Inspect(n.X, visit)
			return false
		case *ast.Ident:
			names[n.Name] = true
		}
		return true
	}
	ast.Inspect(node, visit)
	return names, selected
}

// qualifiers are the names before a dot, those of packages among them.
func qualifiers(node ast.Node) map[string]bool {
	names := map[string]bool{}
	ast.Inspect(node, func(n ast.Node) bool {
		if selector, ok := n.(*ast.SelectorExpr); ok {
			if name, ok := selector.X.(*ast.Ident); ok {
				names[name.Name] = true
			}
		}
		return true
	})
	return names
}

// reachable are the declarations that the roots lead to. A method counts where its type does and somebody calls it, or where
// it is exported: an interface may.
func reachable(sources []*goSource) map[*goThing]bool {
	used := map[*goThing]bool{}
	names, selected := map[string]bool{}, map[string]bool{}
	for grown := true; grown; {
		grown = false
		for _, source := range sources {
			for _, thing := range source.things {
				called := thing.of == "" && names[thing.name] ||
					thing.of != "" && names[thing.of] && (selected[thing.name] || ast.IsExported(thing.name))
				if used[thing] || !thing.root && !called {
					continue
				}
				used[thing], grown = true, true
				more, others := mentions(thing.node)
				for name := range more {
					names[name] = true
				}
				for name := range others {
					selected[name] = true
				}
			}
		}
	}
	return used
}
