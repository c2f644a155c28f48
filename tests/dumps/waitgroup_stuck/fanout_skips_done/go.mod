module github.com/wayfarer-travel/search

go 1.21
