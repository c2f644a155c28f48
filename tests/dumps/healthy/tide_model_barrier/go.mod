module coast.example/tidemodel

go 1.20
