namespace HandoffBot.Sandbox.Demo;

/// <summary>What a visitor of the company's site fills in.</summary>
internal sealed record SiteForm
{
    public string Name { get; set; } = "";

    public string Phone { get; set; } = "";

    public string Message { get; set; } = "";

    public string Product { get; set; } = "";

    public string City { get; set; } = "";

    public string Campaign { get; set; } = "";
}
