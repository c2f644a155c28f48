module hafen.example/manifests

go 1.21
