module gitlab.com/meridian/depots

go 1.21
