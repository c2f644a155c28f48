module steinbruch.example/weighbridge

go 1.21
