import Configuration
import Content
import Scheduling
import TestSupport
import Testing

/// What a time on a date means in a zone.
@Suite struct LocalClockTests {
    /// Zone, date, time, and the moment that it is. Six zones at both changes of a year (none in Kolkata) at four times; zones whose rules
    /// changed; days that were left out; leap days and ends of years.
    @Test(arguments: [
        // Madrid: 02:00 to 03:00 on 29 March, 03:00 to 02:00 on 25 October.
        ("Europe/Madrid", "2026-03-29", "01:59", "2026-03-29T00:59:00Z"),
        ("Europe/Madrid", "2026-03-29", "02:00", "2026-03-29T01:00:00Z"),
        ("Europe/Madrid", "2026-03-29", "02:30", "2026-03-29T01:00:00Z"),
        ("Europe/Madrid", "2026-03-29", "03:00", "2026-03-29T01:00:00Z"),
        ("Europe/Madrid", "2026-10-25", "01:59", "2026-10-24T23:59:00Z"),
        ("Europe/Madrid", "2026-10-25", "02:00", "2026-10-25T00:00:00Z"),
        ("Europe/Madrid", "2026-10-25", "02:30", "2026-10-25T00:30:00Z"),
        ("Europe/Madrid", "2026-10-25", "03:00", "2026-10-25T02:00:00Z"),
        // New York: 02:00 to 03:00 on 8 March, 02:00 to 01:00 on 1 November.
        ("America/New_York", "2026-03-08", "01:59", "2026-03-08T06:59:00Z"),
        ("America/New_York", "2026-03-08", "02:00", "2026-03-08T07:00:00Z"),
        ("America/New_York", "2026-03-08", "02:30", "2026-03-08T07:00:00Z"),
        ("America/New_York", "2026-03-08", "06:30", "2026-03-08T10:30:00Z"),
        ("America/New_York", "2026-11-01", "00:59", "2026-11-01T04:59:00Z"),
        ("America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30:00Z"),
        ("America/New_York", "2026-11-01", "02:00", "2026-11-01T07:00:00Z"),
        ("America/New_York", "2026-11-01", "06:30", "2026-11-01T11:30:00Z"),
        // Lord Howe: half an hour, 02:00 to 02:30 on 4 October, 02:00 to 01:30 on 5 April.
        ("Australia/Lord_Howe", "2026-10-04", "01:59", "2026-10-03T15:29:00Z"),
        ("Australia/Lord_Howe", "2026-10-04", "02:00", "2026-10-03T15:30:00Z"),
        ("Australia/Lord_Howe", "2026-10-04", "02:29", "2026-10-03T15:30:00Z"),
        ("Australia/Lord_Howe", "2026-10-04", "06:30", "2026-10-03T19:30:00Z"),
        ("Australia/Lord_Howe", "2026-04-05", "01:29", "2026-04-04T14:29:00Z"),
        ("Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45:00Z"),
        ("Australia/Lord_Howe", "2026-04-05", "02:00", "2026-04-04T15:30:00Z"),
        ("Australia/Lord_Howe", "2026-04-05", "06:30", "2026-04-04T20:00:00Z"),
        // Santiago, southern, at midnight: 00:00 to 01:00 on 6 September, 24:00 to 23:00 on 4 April.
        ("America/Santiago", "2026-09-06", "00:00", "2026-09-06T04:00:00Z"),
        ("America/Santiago", "2026-09-06", "00:30", "2026-09-06T04:00:00Z"),
        ("America/Santiago", "2026-09-06", "01:00", "2026-09-06T04:00:00Z"),
        ("America/Santiago", "2026-09-06", "06:30", "2026-09-06T09:30:00Z"),
        ("America/Santiago", "2026-04-04", "22:59", "2026-04-05T01:59:00Z"),
        ("America/Santiago", "2026-04-04", "23:30", "2026-04-05T02:30:00Z"),
        ("America/Santiago", "2026-04-05", "00:00", "2026-04-05T04:00:00Z"),
        ("America/Santiago", "2026-04-05", "06:30", "2026-04-05T10:30:00Z"),
        // Auckland, southern.
        ("Pacific/Auckland", "2026-09-27", "01:59", "2026-09-26T13:59:00Z"),
        ("Pacific/Auckland", "2026-09-27", "02:00", "2026-09-26T14:00:00Z"),
        ("Pacific/Auckland", "2026-09-27", "02:30", "2026-09-26T14:00:00Z"),
        ("Pacific/Auckland", "2026-09-27", "06:30", "2026-09-26T17:30:00Z"),
        ("Pacific/Auckland", "2026-04-05", "01:59", "2026-04-04T12:59:00Z"),
        ("Pacific/Auckland", "2026-04-05", "02:30", "2026-04-04T13:30:00Z"),
        ("Pacific/Auckland", "2026-04-05", "03:00", "2026-04-04T15:00:00Z"),
        ("Pacific/Auckland", "2026-04-05", "06:30", "2026-04-04T18:30:00Z"),
        // Kolkata: half an hour off, no change in the year.
        ("Asia/Kolkata", "2026-03-29", "00:00", "2026-03-28T18:30:00Z"),
        ("Asia/Kolkata", "2026-03-29", "02:30", "2026-03-28T21:00:00Z"),
        ("Asia/Kolkata", "2026-10-25", "06:30", "2026-10-25T01:00:00Z"),
        ("Asia/Kolkata", "2026-10-25", "23:59", "2026-10-25T18:29:00Z"),
        // Leap days, ends of years.
        ("Europe/Madrid", "2028-02-29", "06:30", "2028-02-29T05:30:00Z"),
        ("Europe/Madrid", "2026-12-31", "23:59", "2026-12-31T22:59:00Z"),
        ("Pacific/Auckland", "2027-01-01", "00:00", "2026-12-31T11:00:00Z"),
        // Rules that changed: Turkey stayed on summer time in 2016, Mexico gave it up in 2022, Jordan in October 2022.
        ("Europe/Istanbul", "2016-11-07", "06:30", "2016-11-07T03:30:00Z"),
        ("Europe/Istanbul", "2015-11-09", "06:30", "2015-11-09T04:30:00Z"),
        ("America/Mexico_City", "2022-07-01", "06:30", "2022-07-01T11:30:00Z"),
        ("America/Mexico_City", "2023-07-01", "06:30", "2023-07-01T12:30:00Z"),
        ("Asia/Amman", "2022-12-01", "06:30", "2022-12-01T03:30:00Z"),
        // Samoa on either side of the day that it left out.
        ("Pacific/Apia", "2011-12-29", "06:30", "2011-12-29T16:30:00Z"),
        ("Pacific/Apia", "2011-12-31", "06:30", "2011-12-30T16:30:00Z"),
    ])
    func aTimeOnADateIsOneMoment(_ zone: String, _ date: String, _ time: String, _ moment: String) throws {
        let clock = try #require(LocalClock(zone: zone))
        let found = clock.moment(Calendars.date(date), try #require(ClockTime(time)))
        #expect(found?.iso == moment, "\(zone) \(date) \(time)")
    }

    @Test func aDateThatAZoneLeftOutHasNoMoment() throws {
        let apia = try #require(LocalClock(zone: "Pacific/Apia"))
        for time in ["00:00", "06:30", "23:59"] {
            #expect(apia.moment(Calendars.date("2011-12-30"), try #require(ClockTime(time))) == nil)
        }
    }

    /// Every local date of four years has one moment, later than the one before, on that date (or, where a gap ends the day, right
    /// after it); and asking for the date of the moment gives the date back.
    @Test(arguments: [
        "Europe/Madrid", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Santiago",
        "Pacific/Auckland", "Africa/Casablanca", "America/Havana", "Asia/Beirut", "Pacific/Chatham", "Africa/Cairo",
        "America/Nuuk", "Pacific/Apia", "UTC",
    ])
    func eachDateComesOnce(_ zone: String) throws {
        let clock = try #require(LocalClock(zone: zone))
        for time in ["00:00", "00:30", "02:30", "23:30"] {
            let time = try #require(ClockTime(time))
            var last = Int64.min
            for day in Calendars.date("2024-01-01").dayNumber...Calendars.date("2028-03-02").dayNumber {
                let date = CalendarDate(dayNumber: day)
                let moment = try #require(clock.moment(date, time), "\(zone) \(date)")
                #expect(moment.seconds > last)
                let isAfterGap = clock.text(at: moment) == "\(date.adding(days: 1)) 00:00"
                #expect(clock.localDate(at: moment) == date || zone == "America/Nuuk" && isAfterGap)
                last = moment.seconds
            }
        }
    }
}
