module github.com/northshop/crawl

go 1.20
