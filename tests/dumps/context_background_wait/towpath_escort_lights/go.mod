module canal.bargewell.example/escorts

go 1.19
