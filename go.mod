module github.com/seed-0554dd89/scaffold

go 1.26
