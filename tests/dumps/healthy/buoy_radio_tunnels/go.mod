module radio.skerry.example/tunnels

go 1.18
