module labels.example/printd

go 1.18
