module apotheke.example/insurer

go 1.18
