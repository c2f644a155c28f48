module twins.local/hub

go 1.20
