module wayfinder.maps/planner

go 1.20
