module github.com/pinecrest/rateboard

go 1.21
