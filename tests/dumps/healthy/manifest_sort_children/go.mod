module fracht.example/manifests

go 1.20
