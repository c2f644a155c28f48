module tour.example/planner

go 1.20
