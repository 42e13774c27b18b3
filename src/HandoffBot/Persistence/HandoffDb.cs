using HandoffBot.Dialogues;
using HandoffBot.Domain.Campaigns;
using HandoffBot.Domain.Digests;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Domain.Webhooks;
using HandoffBot.Forgetting;
using HandoffBot.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HandoffBot.Persistence;

/// <summary>The rows. A save adds to the state the events that led to it and what is to be said of them, in one commit.</summary>
internal abstract partial class HandoffDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Installation> Installations => Set<Installation>();
    public DbSet<SetupAttempt> SetupAttempts => Set<SetupAttempt>();
    public DbSet<Counter> Counters => Set<Counter>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<SalesTeam> Teams => Set<SalesTeam>();
    public DbSet<TeamChat> Chats => Set<TeamChat>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<TeamChange> TeamChanges => Set<TeamChange>();
    public DbSet<Source> Sources => Set<Source>();
    public DbSet<Campaign> Campaigns => Set<Campaign>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<Lead> Leads => Set<Lead>();
    public DbSet<Handover> Handovers => Set<Handover>();
    public DbSet<LeadList> Lists => Set<LeadList>();
    public DbSet<Rush> Rushes => Set<Rush>();
    public DbSet<Inquiry> Inquiries => Set<Inquiry>();
    public DbSet<LeadEventRow> LeadEvents => Set<LeadEventRow>();
    public DbSet<LeadWords> LeadWords => Set<LeadWords>();
    public DbSet<Webhook> Webhooks => Set<Webhook>();
    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<SentMessage> Messages => Set<SentMessage>();
    public DbSet<SentMessageLead> MessageLeads => Set<SentMessageLead>();
    public DbSet<SeenUpdate> Updates => Set<SeenUpdate>();
    public DbSet<Dialogue> Dialogues => Set<Dialogue>();
    public DbSet<SentDigest> Digests => Set<SentDigest>();
    public DbSet<Promotion> Promotions => Set<Promotion>();
    public DbSet<Readiness> Readiness => Set<Readiness>();
    public DbSet<PromotionEvent> PromotionEvents => Set<PromotionEvent>();
    public DbSet<ForgottenMark> Forgotten => Set<ForgottenMark>();

    /// <summary>Takes a lock for the rest of the transaction; the same key waits, other keys pass.</summary>
    public Task LockAsync(string key, CancellationToken cancellationToken) => LockAsync([key], cancellationToken);

    /// <summary>The same for several, in one order whoever asks, so that nobody waits in a circle.</summary>
    public abstract Task LockAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken);

    /// <summary>The chats for which something waits to be said: each is found from the one before it, by the index of what waits.</summary>
    public abstract IQueryable<long> WaitingChats { get; }

    /// <summary>The transaction of what is written together.</summary>
    public virtual Task<IDbContextTransaction> BeginAsync(CancellationToken cancellationToken) =>
        Database.BeginTransactionAsync(cancellationToken);

    /// <summary>Lets the process that speaks know, once this transaction is committed, that there is something to say.</summary>
    public virtual Task WakeLeaderAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        conventions.Properties<LeadId>().HaveConversion<LeadIdConverter>();
        conventions.Properties<PersonId>().HaveConversion<PersonIdConverter>();
        conventions.Properties<TeamId>().HaveConversion<TeamIdConverter>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(24);
    }

    protected override void OnModelCreating(ModelBuilder model) =>
        model.ApplyConfigurationsFromAssembly(typeof(HandoffDb).Assembly);
}
