module harbour.example/relay

go 1.18
