package aws

import (
	"slices"
	"strings"
)

var httpMethods = []string{"ANY", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"}

// refusePath knows how a resource path is written: /orders/{id}/{proxy+}.
// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-request.html
func refusePath(path string) string {
	if path == "/" {
		return ""
	}
	if !strings.HasPrefix(path, "/") {
		return "want a path that begins with /"
	}
	if strings.HasSuffix(path, "/") {
		return "want no / at the end"
	}
	seen := map[string]bool{}
	parts := strings.Split(path[1:], "/")
	for i, part := range parts {
		name, isParam := PathParam(part)
		switch {
		case part == "":
			return "want no two / in a row"
		case isParam && seen[name]:
			return "want each path parameter once"
		case isParam && strings.HasSuffix(part, "+}") && i < len(parts)-1:
			return "want a greedy parameter, " + part + ", only at the end"
		case !isParam && !matches(`[A-Za-z0-9._:~-]+`, part):
			return "want letters, digits and . _ : ~ - between the slashes, or a parameter like {id}"
		}
		seen[name] = isParam
	}
	return ""
}

// PathParam returns the name of the path parameter that a part of a path is: id for {id}, proxy for {proxy+}.
func PathParam(part string) (name string, ok bool) {
	if len(part) < 3 || part[0] != '{' || part[len(part)-1] != '}' {
		return "", false
	}
	name = strings.TrimSuffix(part[1:len(part)-1], "+")
	return name, matches(`[A-Za-z0-9._-]+`, name)
}

// besidePath knows that one API has one name for the parameter at a place: not /users/{id} beside /users/{name}/orders.
// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
func besidePath(a, b string) string {
	partsA, partsB := strings.Split(a, "/"), strings.Split(b, "/")
	for i := range min(len(partsA), len(partsB)) {
		if partsA[i] == partsB[i] {
			continue
		}
		_, isParamA := PathParam(partsA[i])
		_, isParamB := PathParam(partsB[i])
		if isParamA && isParamB {
			return "an API has one path parameter at a place: " + partsA[i] + " or " + partsB[i]
		}
		return ""
	}
	return ""
}

// refuseRoute knows how a route of an HTTP API is written: GET /orders/{id}, or $default for all that no other takes.
// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
func refuseRoute(route string) string {
	if route == "$default" {
		return ""
	}
	method, path, ok := strings.Cut(route, " ")
	if !ok || !slices.Contains(httpMethods, method) {
		return "want a method and a path, GET /orders/{id}, or $default"
	}
	return refusePath(path)
}

// sampleRoute is the path of a request that takes the route.
func sampleRoute(route string, key func(string) string) string {
	if _, path, ok := strings.Cut(route, " "); ok {
		return samplePath(path, key)
	}
	return "/"
}
