module skyways.aero/radar

go 1.21
