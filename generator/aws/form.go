package aws

import (
	"net/url"
	"strings"
)

// InForm writes the value of a parameter in one of the forms. A value that the form leaves out is "".
func InForm(form, text string) string {
	if then, ok := strings.CutPrefix(form, FormThen); ok {
		if text == "true" {
			return then
		}
		return ""
	}
	if before, ok := strings.CutPrefix(form, FormAfter); ok {
		return before + text
	}
	switch form {
	case FormARN:
		if text == "ANY" {
			return "*"
		}
		return strings.TrimPrefix(MapPath(text, func(string) string { return "*" }), "/")
	case FormExact:
		if text == "ANY" || text == "*" {
			return ""
		}
	case FormOpenAPI:
		if text == "ANY" {
			return "x-amazon-apigateway-any-method"
		}
		return strings.ToLower(text)
	case FormStage:
		if text == "*" {
			return "prod"
		}
	case FormEventName:
		return strings.TrimSuffix(strings.TrimPrefix(text, "s3:"), "*")
	case FormPath:
		return strings.TrimPrefix(text, "/")
	case FormDashed:
		return strings.ReplaceAll(text, "::", "-")
	case FormBus:
		if text == "default" {
			return ""
		}
		return text + "/"
	case FormRouteARN:
		if method, path, ok := strings.Cut(text, " "); ok {
			return InForm(FormARN, method) + "/" + InForm(FormARN, path)
		}
	case FormMethod:
		method, _, ok := strings.Cut(text, " ")
		if !ok {
			method = "ANY"
		}
		return sampleMethod(method, nil)
	case FormRoutePath:
		if _, path, ok := strings.Cut(text, " "); ok {
			return path
		}
		return "/" + text
	case FormRouteOp:
		method, _, ok := strings.Cut(text, " ")
		if !ok {
			method = "ANY"
		}
		return InForm(FormOpenAPI, method)
	case FormSuffixed:
		if !matches(suffixedPattern, text) {
			return ""
		}
	case FormURL:
		return strings.ReplaceAll(url.QueryEscape(text), "%2F", "/")
	}
	return text
}

// MapPath replaces each path parameter of a resource path: {id} in /orders/{id}.
func MapPath(path string, replace func(param string) string) string {
	parts := strings.Split(path, "/")
	for i, part := range parts {
		if name, ok := PathParam(part); ok {
			parts[i] = replace(name)
		}
	}
	return strings.Join(parts, "/")
}

// PathParams returns the names of a resource path's parameters in order.
func PathParams(path string) []string {
	var names []string
	MapPath(path, func(name string) string { names = append(names, name); return "" })
	return names
}

func samplePath(path string, key func(string) string) string {
	return MapPath(path, func(name string) string { return url.PathEscape(key(name)) })
}

func sampleMethod(method string, _ func(string) string) string {
	if method == "ANY" {
		return "POST"
	}
	return method
}

// sampleS3Event is the name in an event, which has no s3: in front and is never a whole class.
func sampleS3Event(event string, _ func(string) string) string {
	name := strings.TrimPrefix(event, "s3:")
	class, all := strings.CutSuffix(name, ":*")
	if !all {
		return name
	}
	for _, e := range s3Events {
		if member, ok := strings.CutPrefix(e, "s3:"+class+":"); ok && member != "*" {
			return class + ":" + member
		}
	}
	return name
}
