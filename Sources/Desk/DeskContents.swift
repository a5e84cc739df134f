/// All that the desk has: its routes and pages, part by part.
enum DeskContents {
    /// The routes, in the order in which they are looked for.
    static var routes: [DeskRoute] {
        DoorRoutes.all + TodayRoutes.all + LearnerRoutes.all + ReviewRoutes.all + PrintRoutes.all + StripRoutes.all
            + FindRoutes.all + WhyRoutes.all
            + HeldRoutes.all + FeedRoutes.all + OfficeRoutes.all
    }

    /// The pages.
    static var pages: [any DeskPage.Type] {
        [
            MessagePage.self, InvitationPage.self, StopPage.self, TodayPage.self, StripsPage.self, TogetherPage.self,
            ReviewPage.self,
            ClassPage.self, LearnerPage.self, AsSeenPage.self, PrintPage.self, FindPage.self, RulesPage.self,
            WhyPage.self, HeldPage.self, FeedsPage.self, OfficePage.self, SessionsPage.self,
        ]
    }
}
