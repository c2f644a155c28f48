module metrics.example.cloud/scrape

go 1.25
