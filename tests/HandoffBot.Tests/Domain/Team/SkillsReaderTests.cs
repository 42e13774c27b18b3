using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

public sealed class SkillsReaderTests
{
    [Theory]
    [InlineData("Windows, Kazan", "windows|kazan")]
    [InlineData(" Окна;Казань ,, окна", "окна|казань")]
    [InlineData("—", "")]
    public void What_somebody_knows_is_read_as_people_type_it(string text, string skills) =>
        Assert.Equal(skills, string.Join('|', SkillsReader.Read(text)!));

    [Theory]
    [InlineData("")]
    [InlineData(" , ")]
    [InlineData("x, windows")]
    [InlineData("a1,a2,a3,a4,a5,a6,a7,a8,a9,b0,b1,b2,b3,b4,b5,b6,b7,b8,b9,c0,c1")]
    [InlineData("a-name-that-is-far-too-long-to-be-anything")]
    public void What_is_none_is_refused(string text) => Assert.Null(SkillsReader.Read(text));
}
