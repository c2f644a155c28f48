module klinikum.example/search

go 1.20

require github.com/opensearch-project/opensearch-go/v2 v2.3.0
