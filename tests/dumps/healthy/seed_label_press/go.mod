module seeds.example/labels

go 1.20
