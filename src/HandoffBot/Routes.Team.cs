using HandoffBot.Chat;
using HandoffBot.Features.Team;
using HandoffBot.Features.Team.Webhooks;

namespace HandoffBot;

internal static partial class Routes
{
    /// <summary>Setting up, and finding one's way.</summary>
    private static void Team(IServiceCollection services)
    {
        Obeys<Start>(services, "start");
        Obeys<SetupChat>(services, "setup");
        Obeys<ChangeSettings>(services, "settings");
        Obeys<Menu>(services, "menu");
        Obeys<Help>(services, "help");
        Obeys<Cancel>(services, "cancel");
        Obeys<AskDoctor>(services, AskDoctor.Name);
        Obeys<ShowShift>(services, ShowShift.Name);
        Obeys<ComeOnShift>(services, ComeOnShift.Name);
        Obeys<GoOffShift>(services, GoOffShift.Name);
        Obeys<TakeBreak>(services, TakeBreak.Name);
        Obeys<TeamCommand>(services, TeamCommand.Name);

        Does<ChoosePurpose>(services, ChoosePurpose.Verb);
        Does<ChooseTeam>(services, ChooseTeam.Verb);
        Does<SetupHere>(services, SetupHere.Verb);
        Does<ChangeTeam>(services, OtherTeams.Verb);
        Does<MenuButton>(services, MenuButton.Verb);
        Does<AdmitNewcomer>(services, AdmitNewcomer.Verb);
        Does<ClaimManaging>(services, ClaimManaging.Verb);
        Does<ConfirmManager>(services, ConfirmManager.Verb);
        Does<MateButton>(services, MateButton.Verb);
        Does<SettingsButton>(services, SettingsButton.Verb);
        Does<ProposalButton>(services, ProposalButton.Verb);
        Does<ChangesButton>(services, ChangesButton.Verb);
        Does<WebhookButton>(services, WebhookButton.Verb);
        Does<ShiftButton>(services, ShiftButton.Verb);
        Does<TeamMore>(services, TeamMore.Verb);

        services.AddScoped<IListener<BotPlaced>, NotePlacing>();
        services.AddScoped<IListener<MemberChanged>, NoteLeaving>();
        services.AddScoped<IListener<ChatUpgraded>, FollowUpgrade>();

        Asks<MateDialogue>(services, MateDialogue.Kind);
        Asks<ShiftDialogue>(services, ShiftDialogue.Kind);
        Asks<TeamSettingDialogue>(services, TeamSettingDialogue.Kind);
        Asks<WebhookDialogue>(services, WebhookDialogue.Kind);
        Asks<LocaleDialogue>(services, LocaleDialogue.Kind);

        Says<AskPurpose>(services);
        Says<AskWhichTeam>(services);
        Says<AskOtherTeam>(services);
        Says<LeaveChat>(services);
        Says<ListWaiting>(services);
        Says<NoteMarketing>(services);
        Says<ShowRemaining>(services);
        Says<ShowSetupHere>(services);
        Says<OfferManaging>(services);
        Says<AskManager>(services);
        Says<ShowMainMenu>(services);
        Says<ShowFindings>(services);
        Says<TellTrouble>(services);
        Says<TellDisk>(services);
        Says<TellOrphans>(services);
        Says<ShowSettings>(services);
        Says<ShowBusySettings>(services);
        Says<ShowChanges>(services);
        Says<ShowWebhook>(services);
        Says<ShowWebhookFailures>(services);
        Says<ShowWebhookSecret>(services);
        Says<TellWebhookTest>(services);
        Says<TellWebhookTrouble>(services);
        Says<TellShift>(services);
        Says<ShowTeam>(services);
        Says<ShowMate>(services);
        Says<AskForStart>(services);
        Says<PingMate>(services);
        Says<TellUnreached>(services);
        Says<TellFailedUpdates>(services);
        Says<TellStuckMessages>(services);
        Says<AskAboutNewcomer>(services);
    }
}
