module hookdeck.example/relay

go 1.20
