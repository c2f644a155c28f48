module port.sandwade.example/customs

go 1.18
