module lifts.hartsop.example/inspection

go 1.18
