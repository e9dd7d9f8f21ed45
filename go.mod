module github.com/seed-0554dd89/scaffold

go 1.26.0

require (
	github.com/aymanbagabas/go-udiff v0.4.1
	go.yaml.in/yaml/v4 v4.0.0
	golang.org/x/tools v0.52.0
)
