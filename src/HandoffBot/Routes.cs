using HandoffBot.Backups;
using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Features.Digest;
using HandoffBot.Features.Feedback;
using HandoffBot.Features.Handoff;
using HandoffBot.Features.Handoff.Merging;
using HandoffBot.Features.Handoff.Queue;
using HandoffBot.Features.Intake.ByHand;
using HandoffBot.Features.Intake.Forgetting;
using HandoffBot.Features.Intake.Lists;
using HandoffBot.Features.Intake.Sources;
using HandoffBot.Features.Promotions;
using HandoffBot.Features.Reminders;
using HandoffBot.Features.Reminders.HandingOver;
using HandoffBot.Features.Team;
using HandoffBot.Forgetting;
using HandoffBot.Outbox;
using HandoffBot.Ticks;

namespace HandoffBot;

/// <summary>Contents page 2: what follows what. Buttons, commands, things heard, dialogues; and what is said after each event.</summary>
internal static partial class Routes
{
    public static void Add(IServiceCollection services)
    {
        Buttons(services);
        Commands(services);
        Dialogues(services);
        Hears(services);
        Deliveries(services);
        Team(services);
    }

    /// <summary>What is looked through every few seconds.</summary>
    public static void Add(Sweeps sweeps)
    {
        sweeps.Add<EndLongWaits>();
        sweeps.Add<PruneRows>();
        sweeps.Add<PullInLeads>();
        sweeps.Add<PullInRows>();
        sweeps.Add<SweepBackups>();
        sweeps.Add<SweepBadLeads>();
        sweeps.Add<SweepClosedContacts>();
        sweeps.Add<SweepDigests>();
        sweeps.Add<SweepDisk>();
        sweeps.Add<SweepDueSteps>();
        sweeps.Add<SweepFullDisk>();
        sweeps.Add<SweepListLines>();
        sweeps.Add<SweepLists>();
        sweeps.Add<SweepRush>();
        sweeps.Add<SweepTraces>();
        sweeps.Add<SweepUnreached>();
    }

    private static void Buttons(IServiceCollection services)
    {
        Does<DialogueButton>(services, DialogueButton.Verb);
        Does<TakeLead>(services, LeadVerbs.Take);
        Does<TakeNext>(services, LeadVerbs.TakeNext);
        Does<PassLead>(services, LeadVerbs.Pass);
        Does<WhyLead>(services, LeadVerbs.Why);
        Does<ShowMenu>(services, LeadVerbs.Menu);
        Does<RejectLead>(services, LeadVerbs.Reject);
        Does<ShowContact>(services, LeadVerbs.Contact);
        Does<ShowWork>(services, LeadVerbs.Work);
        Does<OpenLead>(services, LeadVerbs.Open);
        Does<MineMore>(services, MineMore.Verb);
        Does<ReachContact>(services, LeadVerbs.Reach);
        Does<MissAnswer>(services, LeadVerbs.Miss);
        Does<PlanCallBack>(services, LeadVerbs.CallBack);
        Does<QualifyLead>(services, LeadVerbs.Qualify);
        Does<WinLead>(services, LeadVerbs.Win);
        Does<CorrectAmount>(services, LeadVerbs.Amount);
        Does<LoseLead>(services, LeadVerbs.Lose);
        Does<ReleaseLead>(services, LeadVerbs.Release);
        Does<UndoChange>(services, LeadVerbs.Undo);
        Does<ChooseAssignee>(services, LeadVerbs.ChooseAssignee);
        Does<AssignLead>(services, LeadVerbs.Assign);
        Does<DeferLead>(services, LeadVerbs.Defer);
        Does<SnoozeLead>(services, LeadVerbs.Snooze);
        Does<AdmitLead>(services, LeadVerbs.Admit);
        Does<ChooseColleague>(services, ChooseColleague.Verb);
        Does<AnswerHandover>(services, AnswerHandover.Verb);
        Does<AskMergeLike>(services, LeadVerbs.Same);
        Does<ChooseMerge>(services, LeadVerbs.ChooseMerge);
        Does<MergeLeads>(services, LeadVerbs.Merge);
        Does<TakeApart>(services, LeadVerbs.Apart);
        Does<GiveReadiness>(services, GiveReadiness.Verb);
        Does<SourceButton>(services, SourceButton.Verb);
        Does<ForgetButton>(services, ForgetButton.Verb);
    }

    private static void Commands(IServiceCollection services)
    {
        Obeys<MineCommand>(services, "mine");
        Obeys<LeadCommand>(services, "lead");
        Obeys<FindCommand>(services, "find");
        Obeys<AnnouncePromotion>(services, AnnouncePromotion.Name);
        Obeys<StartNewLead>(services, StartNewLead.Name);
        Obeys<ListSources>(services, ListSources.Name);
        Obeys<ForgetCommand>(services, ForgetCommand.Name);
    }

    private static void Dialogues(IServiceCollection services)
    {
        Asks<AskAmount>(services, AskAmount.Kind);
        Asks<AskReason>(services, AskReason.Kind);
        Asks<AskCallBack>(services, AskCallBack.Kind);
        Asks<AskSnooze>(services, AskSnooze.Kind);
        Asks<AskNoteLead>(services, AskNoteLead.Kind);
        Asks<AskMerge>(services, AskMerge.Kind);
        Asks<PromotionDialogue>(services, PromotionDialogue.Kind);
        Asks<ExplainReadiness>(services, ExplainReadiness.Kind);
        Asks<NewLeadDialogue>(services, NewLeadDialogue.Kind);
        Asks<ListDialogue>(services, ListDialogue.Kind);
        Asks<NewSourceDialogue>(services, NewSourceDialogue.Kind);
        Asks<FormSettingsDialogue>(services, FormSettingsDialogue.Kind);
    }

    /// <summary>The order counts: who hears a thing first may keep it.</summary>
    private static void Hears(IServiceCollection services)
    {
        services.AddScoped<IListener<TextWritten>, TakeList>();
        services.AddScoped<IListener<TextWritten>>(s => s.GetRequiredService<DialogueEngine>());
        services.AddScoped<IListener<TextWritten>, TakeNote>();
        services.AddScoped<IListener<TextWritten>, OfferNewLead>();
        services.AddScoped<IListener<TextWritten>, AnswerStranger>();
    }

    private static void Deliveries(IServiceCollection services)
    {
        Says<SayText>(services);
        Says<AskStep>(services);
        Says<SettleQuestion>(services);
        Says<PostCard>(services);
        Says<PostQueue>(services);
        Says<PinQueue>(services);
        Says<DrawQueue>(services);
        Says<UnpinQueue>(services);
        Says<ListQueue>(services);
        Says<PostList>(services);
        Says<DrawList>(services);
        Says<FoldCards>(services);
        Says<SettleNotices>(services);
        Says<RedrawLead>(services);
        Says<OfferLead>(services);
        Says<ExplainLead>(services);
        Says<SendContact>(services);
        Says<TellRepeat>(services);
        Says<OfferMerge>(services);
        Says<TellMerged>(services);
        Says<TellSuspect>(services);
        Says<OfferAssign>(services);
        Says<ConfirmNote>(services);
        Says<ConfirmReject>(services);
        Says<ListMine>(services);
        Says<ListFound>(services);
        Says<ShowLead>(services);
        Says<RemindClaim>(services);
        Says<ReportAbsence>(services);
        Says<TellManager>(services);
        Says<TellNobodyThere>(services);
        Says<TellOwnerAway>(services);
        Says<GreetShift>(services);
        Says<OfferOldest>(services);
        Says<AskHandover>(services);
        Says<OfferHandover>(services);
        Says<RemindOwner>(services);
        Says<PostPromotion>(services);
        Says<PinPromotion>(services);
        Says<ShowReadiness>(services);
        Says<ReportBadLeads>(services);
        Says<PostWeekly>(services);
        Says<SendDaily>(services);
        Says<ShowSources>(services);
        Says<ShowSource>(services);
        Says<ShowSourceKey>(services);
        Says<ShowSigningSecret>(services);
        Says<RemoveSourceKey>(services);
        Says<AskForget>(services);
        Says<TellForgotten>(services);
        Says<CoverMessages>(services);
        Says<RemoveTyped>(services);
    }

    private static void Does<T>(IServiceCollection services, string verb)
        where T : class, IButton => services.AddKeyedScoped<IButton, T>(verb);

    private static void Obeys<T>(IServiceCollection services, string command)
        where T : class, ICommand => services.AddKeyedScoped<ICommand, T>(command);

    private static void Asks<T>(IServiceCollection services, string kind)
        where T : class, IDialogue => services.AddKeyedScoped<IDialogue, T>(kind);

    private static void Says<T>(IServiceCollection services)
        where T : class, IDelivery => services.AddKeyedScoped<IDelivery, T>(typeof(T).Name);
}
