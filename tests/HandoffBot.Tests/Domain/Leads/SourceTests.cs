using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Leads;

public sealed class SourceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public void The_key_before_the_last_one_opens_for_as_long_as_it_was_given_and_no_longer()
    {
        var source = New("form");
        source.Rekey("first", Noon, Day);
        Assert.Null(source.OldKeyUntil);
        source.Rekey("second", Noon, Day);

        Assert.True(source.Opens("second", Noon));
        Assert.True(source.Opens("first", Noon + Day - TimeSpan.FromTicks(1)));
        Assert.False(source.Opens("first", Noon + Day));
        Assert.False(source.Opens("third", Noon));
        Assert.Equal(["second", "first", "form"], source.Names(Noon));
        Assert.Equal(["second", "form"], source.Names(Noon + Day));
    }

    [Fact]
    public void A_key_minted_again_leaves_the_one_before_as_it_was()
    {
        var source = New(null);
        source.Rekey("first", Noon, Day);
        source.Rekey("second", Noon, Day);

        source.Remint("third");

        Assert.Equal(["third", "first"], source.Names(Noon));
    }

    [Fact]
    public void The_secret_before_the_last_one_signs_for_as_long_as_it_was_given_and_no_longer()
    {
        var source = New(null);
        source.NewSecret("first", Noon, Day);
        Assert.Equal(["first"], source.Secrets(Noon));
        source.NewSecret("second", Noon, Day);

        Assert.Equal(["second", "first"], source.Secrets(Noon));
        Assert.Equal(["second"], source.Secrets(Noon + Day));
    }

    [Fact]
    public void Signatures_are_demanded_only_where_there_is_something_to_sign_with()
    {
        var source = New(null);
        Assert.False(source.Demand(signed: true));
        Assert.False(source.MustSign);
        source.NewSecret("first", Noon, Day);

        Assert.True(source.Demand(signed: true));
        Assert.True(source.MustSign);
        Assert.True(source.Demand(signed: false));
        Assert.False(source.MustSign);
    }

    private static Source New(string? form) =>
        new()
        {
            Team = new TeamId(1),
            Name = "Site",
            FormKey = form,
        };
}
