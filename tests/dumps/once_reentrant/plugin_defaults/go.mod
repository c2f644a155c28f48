module github.com/lumen-cms/render

go 1.21
