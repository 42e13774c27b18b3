using HandoffBot.Settings;
using HandoffBot.Telegram;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HandoffBot.Tests.Settings;

public sealed class SecretFilesTests
{
    [Fact]
    public async Task Token_is_read_from_a_file_without_its_line_break()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "424242:from-a-file\n", TestContext.Current.CancellationToken);

        await using var app = HandoffBotHost.Build([$"--Telegram:TokenFile={file}", "--Telegram:Token=1:elsewhere"]);

        Assert.Equal("424242:from-a-file", app.Services.GetRequiredService<IOptions<TelegramOptions>>().Value.Token);
        File.Delete(file);
    }

    [Fact]
    public void Unreadable_file_is_named_with_its_setting()
    {
        var wrong = Assert.Throws<SettingException>(() => HandoffBotHost.Build(["--Telegram:TokenFile=/no/such/file"]));

        Assert.StartsWith("Telegram:TokenFile names a file that cannot be read", wrong.Message);
    }
}
