using HandoffBot.Backups;
using HandoffBot.Checkup;
using HandoffBot.Features.Digest;
using HandoffBot.Http;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using HandoffBot.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HandoffBot.Tests.Checkup;

public sealed class MachineChecksTests
{
    [Theory]
    [InlineData("199999999", "Only 199\u00a0MB are free in ")]
    [InlineData("200000000", "")]
    [InlineData("999999999999", "")]
    [InlineData("", "How much is free in ")]
    public async Task Disk_with_less_than_200_MB_is_wrong_for_database_and_backups(string free, string words)
    {
        using var bot = await InstalledBot.CreateAsync();
        await using var app = bot.Build("--Backup:Folder=copies");
        var asked = new List<string>();
        var disk = new DiskCheck(
            app.Services.GetRequiredService<DatabaseFile>(),
            app.Services.GetRequiredService<BackupFolder>(),
            new FreeSpace(folder =>
            {
                asked.Add(folder);
                return free.Length > 0 ? long.Parse(free, CultureInfo.InvariantCulture) : null;
            })
        );

        var findings = disk.Examine().ToList();

        Assert.Equal([bot.Folder.Path, bot.Folder.Of("copies")], asked);
        Assert.All(findings, f => Assert.Equal(words.Length == 0, f.IsWell));
        Assert.All(findings, f => Assert.StartsWith(words, Words(f), StringComparison.Ordinal));
    }

    [Fact]
    public void Room_for_a_folder_yet_to_be_made_is_that_of_its_parent()
    {
        using var folder = new TestFolder();

        var free = FreeSpace.OnDisk(folder.Of("not/yet"));

        Assert.True(free > 0);
    }

    [Fact]
    public void Machine_without_a_Cyrillic_font_is_told_what_to_install()
    {
        var none = Assert.Single(new FontCheck(() => []).Examine());

        Assert.False(none.IsWell);
        Assert.Contains("install fonts-dejavu-core", Words(none), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Polling", true)]
    [InlineData("", "Webhook", false)]
    [InlineData("https://bot.example.com", "Webhook", true)]
    [InlineData("http://bot.example.com", "Polling", false)]
    [InlineData("http://localhost:8080", "Polling", true)]
    [InlineData("http://localhost:8080", "Webhook", false)]
    public void Public_address_must_be_https_and_a_webhook_needs_one(string url, string updates, bool isWell)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Telegram:Updates"] = updates })
            .Build();
        var address = new AddressCheck(Options.Create(new PublicOptions { Url = url }), settings);

        var finding = Assert.Single(address.Examine());

        Assert.Equal(isWell, finding.IsWell);
        Assert.Contains(isWell ? url : "https", Words(finding), StringComparison.Ordinal);
    }

    private static string Words(Finding finding) => finding.In(WordingOf.Stranger("en"));
}
