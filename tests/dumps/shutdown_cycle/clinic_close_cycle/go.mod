module clinic.example/labels

go 1.20
