using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffBot.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SourceSigning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "must_sign",
                table: "sources",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<string>(
                name: "old_signing_secret",
                table: "sources",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true
            );

            migrationBuilder.AddColumn<long>(
                name: "old_signing_until",
                table: "sources",
                type: "bigint",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "signing_secret",
                table: "sources",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "must_sign", table: "sources");

            migrationBuilder.DropColumn(name: "old_signing_secret", table: "sources");

            migrationBuilder.DropColumn(name: "old_signing_until", table: "sources");

            migrationBuilder.DropColumn(name: "signing_secret", table: "sources");
        }
    }
}
