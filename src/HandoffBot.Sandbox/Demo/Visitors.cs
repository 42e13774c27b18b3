namespace HandoffBot.Sandbox.Demo;

/// <summary>Invents people who ask the company for something, each with a number of their own.</summary>
internal sealed class Visitors(DemoTexts texts)
{
    private static int _met;

    private readonly Random _random = new();

    public SiteForm Next(string? campaign = null, bool isFar = false)
    {
        var number = Interlocked.Increment(ref _met);
        return new SiteForm
        {
            Name = texts.NameFrom(_random),
            Phone = string.Create(
                CultureInfo.InvariantCulture,
                $"8 (900) 556-{number / 100 % 100:00}-{number % 100:00}"
            ),
            Message = Of(texts.Wishes),
            Product = Of(texts.Products),
            City = Of(isFar ? texts.FarCities : texts.Cities),
            Campaign = campaign ?? Of(texts.Campaigns),
        };
    }

    private string Of(string[] all) => all[_random.Next(all.Length)];
}
