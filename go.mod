module github.com/seed-0554dd89/scaffold

go 1.26

require github.com/aymanbagabas/go-udiff v0.4.1
