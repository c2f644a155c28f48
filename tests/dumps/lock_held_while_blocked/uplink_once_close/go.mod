module skyline.aero/uplink

go 1.23
