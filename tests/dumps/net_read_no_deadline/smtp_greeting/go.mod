module tenancyapp/notices

go 1.20
