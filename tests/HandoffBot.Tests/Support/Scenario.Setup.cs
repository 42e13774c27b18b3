using HandoffBot.Features.Team;
using HandoffBot.Sandbox.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Support;

internal sealed partial class Scenario
{
    /// <summary>What the link at the console carries.</summary>
    public Task<string> SetupCodeAsync() =>
        ReadAsync(async db => Services.GetRequiredService<SetupCode>().Of(await db.Installations.SingleAsync()));

    /// <summary>Of an empty installation Olga becomes the admin, brings the bot into the sales chat and says that it is one.</summary>
    /// <returns>What is proposed for the new team.</returns>
    public async Task<Message> BeginSetupAsync()
    {
        World.Start(Olga.Id, await SetupCodeAsync());
        await Olga.ExpectMessage(Words["Team.HelloAdmin"].Split('\n')[0]);
        return await GivesForSalesAsync(Sales.Id, "Windows", Words.Say("Team.IsItNew", "Windows"));
    }

    /// <summary>Olga brings the bot into a chat and says that it is for sales.</summary>
    /// <returns>What she is asked then.</returns>
    public async Task<Message> GivesForSalesAsync(long chat, string title, string asked)
    {
        World.AddBotTo(chat, Olga.Id, AdminRights.All);
        var purpose = await Olga.ExpectMessage(Words.Say("Team.Purpose", title), Words["Team.PurposeHow"]);
        await Olga.Press(purpose, Words["Team.SalesChat"]);
        return await Olga.ExpectMessage(asked);
    }
}
