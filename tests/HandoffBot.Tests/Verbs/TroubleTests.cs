using HandoffBot.Persistence;
using HandoffBot.Verbs;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HandoffBot.Tests.Verbs;

public sealed class TroubleTests
{
    [Theory]
    [InlineData("--Telegram:Token=half", "Telegram:Token does not look like")]
    [InlineData("--Telegram:BaseUrl=ftp://x", "Telegram:BaseUrl must look like")]
    [InlineData("--Ticks:Every=1.00:00:00", "Ticks:Every must be")]
    [InlineData("--Backup:Keep=0", "Backup:Keep must be 1 to 365")]
    [InlineData("--Backup:At=25:00", "Failed to convert configuration value '25:00' at 'Backup:At'")]
    [InlineData("--Public:TrustedProxies:0=nobody", "Public:TrustedProxies must hold")]
    [InlineData("--Public:Url=bot", "Public:Url must look like")]
    [InlineData("--Management:Url=https://127.0.0.1:8083", "Management:Url must look like")]
    [InlineData("--Telegram:Updates=Pull", "Telegram:Updates must be Polling or Webhook, was 'Pull'.")]
    [InlineData("--Telegram:Updates=Webhook", "Telegram:Updates=Webhook needs Public:Url")]
    [InlineData("--Telegram:Updates=7", "Telegram:Updates must be Polling or Webhook.")]
    [InlineData("--Storage:Provider=Mongo", "Storage:Provider must be Sqlite or Postgres, was 'Mongo'.")]
    [InlineData("--Team:Language=fr", "Team:Language must be Russian or English, was 'fr'.")]
    [InlineData("--ConnectionStrings:Handoff=Colour=red", "ConnectionStrings:Handoff must look like")]
    public async Task Wrong_setting_is_one_line_that_begins_with_its_name(string setting, string line)
    {
        var wrong = await Record.ExceptionAsync(async () =>
        {
            await using var app = HandoffBotHost.Build(["--Telegram:Token=1:good", setting]);
            app.Services.GetRequiredService<IStartupValidator>().Validate();
        });

        var trouble = Trouble.Of(wrong!);

        Assert.Equal(ExitCode.WrongSettings, trouble!.ExitCode);
        Assert.StartsWith(line, Assert.Single(trouble.Lines));
    }

    [Fact]
    public void What_says_how_to_mend_it_is_told_and_not_the_fault_within()
    {
        var refused = new StartRefusedException(
            "give that user the right to write",
            new SqliteException("readonly", 8)
        );

        var trouble = Trouble.Of(refused);

        Assert.Equal("give that user the right to write", Assert.Single(trouble!.Lines));
    }

    [Fact]
    public void Bug_is_not_taken_for_a_trouble_of_settings() =>
        Assert.Null(Trouble.Of(new InvalidOperationException("Sequence contains no elements")));
}
