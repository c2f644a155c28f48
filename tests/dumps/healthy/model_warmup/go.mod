module classify.example/serve

go 1.21
