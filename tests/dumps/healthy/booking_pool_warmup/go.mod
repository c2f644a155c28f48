module hotel.example/bookings

go 1.20
