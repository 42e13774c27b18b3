using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Features.Handoff;

public sealed class LookedUpLeadTests
{
    private const long Sales = -1001;
    private const string Phone = "+79123451234";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_phone_is_found_however_its_beginning_is_written(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var talk = new Talk(bot);
        var lead = await LeadRows.AddAsync(bot);

        await talk.CommandAsync(1, "find", argument: "8 (912) 345-12-34");

        var found = talk.To(1)[^1].PlainText;
        Assert.Contains(lead.ToString(), found, StringComparison.Ordinal);
        Assert.Contains("· waiting", found, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_popup_of_somebody_unreachable_holds_the_number_behind_a_long_name(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var talk = new Talk(bot);
        var name = string.Join(' ', Enumerable.Repeat("Konstantinopolsky", 11));
        var lead = await LeadRows.AddAsync(bot, name: name);

        var toast = await talk.PressAsync(99, new ButtonPress(LeadVerbs.Take, lead.Value), Sales);

        Assert.Contains(Phone, toast, StringComparison.Ordinal);
    }
}
