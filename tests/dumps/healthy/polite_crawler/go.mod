module crawl.example.dev/spider

go 1.21
