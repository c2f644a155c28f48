module notify.example.app/edge

go 1.21
