module bitbucket.example/platform/edge

go 1.24
